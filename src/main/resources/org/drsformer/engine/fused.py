class Fused(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def relu(self: __torch__.Fused, x: Tensor) -> Tensor:
    return torch.relu_(x)
  def conv_relu(self: __torch__.Fused, x: Tensor, weight: Tensor, padding: int, groups: int) -> Tensor:
    scalars = annotate(List[Optional[number]], [])
    return ops.mkldnn._convolution_pointwise(x, weight, None, [padding, padding], [1, 1], [1, 1], groups, "relu", scalars, "")
  def conv_bias_relu(self: __torch__.Fused, x: Tensor, weight: Tensor, bias: Tensor, padding: int, groups: int) -> Tensor:
    scalars = annotate(List[Optional[number]], [])
    return ops.mkldnn._convolution_pointwise(x, weight, bias, [padding, padding], [1, 1], [1, 1], groups, "relu", scalars, "")
  def conv_gelu(self: __torch__.Fused, x: Tensor, weight: Tensor, padding: int, groups: int) -> Tensor:
    scalars = annotate(List[Optional[number]], [])
    return ops.mkldnn._convolution_pointwise(x, weight, None, [padding, padding], [1, 1], [1, 1], groups, "gelu", scalars, "none")
  def conv_bias_gelu(self: __torch__.Fused, x: Tensor, weight: Tensor, bias: Tensor, padding: int, groups: int) -> Tensor:
    scalars = annotate(List[Optional[number]], [])
    return ops.mkldnn._convolution_pointwise(x, weight, bias, [padding, padding], [1, 1], [1, 1], groups, "gelu", scalars, "none")
