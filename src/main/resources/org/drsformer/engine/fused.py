class Fused(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def relu(self: __torch__.Fused, x: Tensor) -> Tensor:
    return torch.relu_(x)
  def convolution(self: __torch__.Fused, x: Tensor, weight: Tensor, padding: int, groups: int, activation: str) -> Tensor:
    scalars = annotate(List[Optional[number]], [])
    return ops.mkldnn._convolution_pointwise(x, weight, None, [padding, padding], [1, 1], [1, 1], groups, activation, scalars, "none")
  def convolution_with_bias(self: __torch__.Fused, x: Tensor, weight: Tensor, padding: int, groups: int, activation: str, bias: Tensor) -> Tensor:
    scalars = annotate(List[Optional[number]], [])
    return ops.mkldnn._convolution_pointwise(x, weight, bias, [padding, padding], [1, 1], [1, 1], groups, activation, scalars, "none")
