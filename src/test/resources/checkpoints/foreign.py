"""Makes foreign-N.pth: weights, and beside them what training scripts keep there, pickled by CPython in protocol N,
and zip64.pth, which is foreign-2.pth with all lengths and positions of the archive in the fields of zip64.

PyTorch itself is not needed: what it would pickle is named as it names it, and the archive is written as it writes it.
Usage: python3 foreign.py (Python 3.11, NumPy 2.4)
"""
import argparse, collections, dataclasses, datetime, decimal, enum, functools, io, pathlib, pickle, struct, sys, types
import uuid, zipfile
import numpy


def module(name, **members):
    made = types.ModuleType(name)
    sys.modules[name] = made
    for key, member in members.items():
        setattr(made, key, member)
        if isinstance(member, type) or isinstance(member, types.FunctionType):
            member.__module__, member.__qualname__, member.__name__ = name, key, key
    return made


class Named:
    """A constant that is pickled as module.name."""

    def __init__(self, module, name):
        self.__module__, self.name = module, name

    def __reduce__(self):
        return self.name


class Size(tuple):
    def __reduce__(self):
        return Size, (tuple(self),)


class Device:
    def __reduce__(self):
        return Device, ('cuda', 0)


class Generator:
    """With attributes, and a place for more of them."""
    __slots__ = ('state', '__dict__')


class FloatStorage:
    pass


class UntypedStorage:
    pass


def rebuild(*arguments):
    pass


def rebuild_v3(*arguments):
    pass


def qtensor(*arguments):
    pass


float32 = Named('torch', 'float32')
module('torch', Size=Size, device=Device, Generator=Generator, FloatStorage=FloatStorage, float32=float32)
module('torch.storage', UntypedStorage=UntypedStorage)
module('torch._utils', _rebuild_tensor_v2=rebuild, _rebuild_tensor_v3=rebuild_v3, _rebuild_qtensor=qtensor)


class Storage:
    def __init__(self, key, elements, kind=FloatStorage):
        self.key, self.elements, self.kind = key, elements, kind


class Tensor:
    def __init__(self, storage, shape, function=rebuild):
        self.storage, self.shape, self.function = storage, shape, function

    def __reduce__(self):
        strides = (self.shape[1], 1)
        return self.function, (self.storage, 0, self.shape, strides, False, collections.OrderedDict())


class Pickler(pickle.Pickler):
    def persistent_id(self, value):
        if isinstance(value, Storage):
            return 'storage', value.kind, value.key, 'cpu', value.elements


class Phase(enum.Enum):
    TRAIN = 1


class Flags(enum.IntFlag):
    A = 1
    B = 2


class Losses(list):
    pass


class Settings(dict):
    pass


@dataclasses.dataclass
class Options:
    rate: float


Point = collections.namedtuple('Point', 'x y')


def foreign():
    ordered = collections.OrderedDict(a=1)
    ordered.note = 'an attribute'
    generator = Generator()
    generator.state, generator.more = 1, 2
    losses, settings = Losses([1, 2]), Settings(a=1)
    losses.name = settings.name = 'x'
    itself = [1]
    itself.append(itself)
    holder = argparse.Namespace(lr=1e-4)
    holder.itself = holder
    return dict(
        psnr=numpy.float64(31.5), psnr32=numpy.float32(31.5), count=numpy.int64(7), flag=numpy.bool_(True),
        array=numpy.arange(6.0).reshape(2, 3), text=numpy.str_('x'), random=numpy.random.RandomState(1).get_state(),
        numpytype=numpy.dtype('float32'), structured=numpy.zeros(2, [('a', 'f4'), ('b', 'i8')]),
        milestones=collections.Counter({92000: 1, 'x': 2}), args=argparse.Namespace(lr=1e-4, sizes=[1, 2]),
        device=Device(), dtype=float32, size=Size((1, 2)), generator_=generator, raw=b'\0\xff' * 40, array_=bytearray(b'ab'),
        names={'a', 'b'}, frozen=frozenset([1, (2, 3)]), keys={(1, 2): 'a', None: 1, 1.5: 2, b'k': 3, Phase.TRAIN: 4,
            float32: 5, frozenset([1]): 6, True: 7, 1 << 80: 8}, ordered=ordered, path=pathlib.PurePosixPath('/a/b'),
        phase=Phase.TRAIN, flags=Flags.A | Flags.B, step=functools.partial(max, 1, key=abs), lists=collections.defaultdict(
            list, a=[1]), when=datetime.datetime(2024, 5, 6, 7, 8), delta=datetime.timedelta(1), zone=datetime.timezone.utc,
        queue=collections.deque([1, 2], 3), complex=1 + 2j, exact=decimal.Decimal('1.5'), range=range(3), slice=slice(1, 2),
        kind=int, function=len, ellipsis=..., options=Options(0.5), point=Point(1, 2), losses=losses, settings=settings,
        id=uuid.UUID(int=5), error=ValueError('x'), itself=itself, holder=holder, chain=collections.ChainMap({'a': 1}),
        quantised=Tensor(Storage('9', 4), (2, 2), qtensor), eights=Tensor(Storage('9', 4, UntypedStorage), (2, 2), rebuild_v3))


def write(name, protocol):
    contents = foreign()
    contents['state_dict'] = collections.OrderedDict([('module.w', Tensor(Storage('0', 6), (2, 3))),
        ('module._extra_state', contents['args']), ('step', numpy.int64(3))])
    contents['state_dict']._metadata = collections.OrderedDict([('', {'version': 1})])
    contents['after'] = foreign()
    with zipfile.ZipFile(name, 'w') as archive:
        data = io.BytesIO()
        Pickler(data, protocol).dump(contents)
        for entry, content in (('data.pkl', data.getvalue()), ('byteorder', b'little\n'),
                ('data/0', struct.pack('<6f', 0, 1, 2, 3, 4, 5)), ('version', b'3\n')):
            with archive.open(zipfile.ZipInfo('foreign/' + entry), 'w', force_zip64=True) as out:
                out.write(content)


if __name__ == '__main__':
    for protocol in (2, 4, 5):
        write('foreign-%d.pth' % protocol, protocol)
    zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT = -1, 0
    write('zip64.pth', 2)
