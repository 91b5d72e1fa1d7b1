"""A root's fingerprint in words: by telephone they are easier than digits."""

from __future__ import annotations

from hashlib import sha256

_TEXT = """
acorn album almond anchor ankle apple apron arrow atlas autumn avocado badge bakery balcony
bamboo banana banjo barley basket beacon beaver bicycle biscuit blanket blossom bottle bracelet
bridge bronze brush bucket buffalo button cabin cactus camel candle canoe canvas carpet carrot
castle cedar ceiling cereal chalk cherry chimney cinnamon circle citrus clock cloud clover
cobalt coconut coffee comet compass copper coral cotton cradle crane crayon cricket crystal
cucumber curtain cushion daisy dancer desert diamond dinner dolphin donkey dragon drum eagle
earring echo eclipse elbow elephant emerald engine envelope evening falcon feather fence fiddle
finger flamingo flute forest fossil fountain garden garlic gazelle ginger giraffe glacier globe
goose granite grape guitar hammer harbour harvest hazel helmet hexagon holiday honey horizon
igloo indigo island ivory jacket jaguar jasmine jelly jewel jigsaw journal jungle kangaroo
kettle kitchen kite koala ladder lagoon lantern laundry lavender lemon leopard lettuce library
lilac lizard lobster lotus magnet mango maple marble meadow melon mercury mirror mitten monsoon
mosaic mountain muffin museum napkin nectar needle nephew nickel notebook nutmeg oasis ocean
octopus olive onion opal orchid organ ostrich otter oyster paddle palace panda papaya parrot
peach pebble pelican pencil pepper piano picnic pigeon pillow planet plum pocket pony potato
prairie pumpkin puzzle pyramid quartz queen quilt rabbit radish rainbow raisin ribbon river
robin rocket ruby saddle saffron sailor salmon sandal scarf season shadow silver sister sparrow
spider spoon squirrel stable statue sugar summer sunset swan table tailor teapot temple thunder
tiger timber tomato tower tractor trumpet tulip tunnel turtle umbrella uncle valley vanilla
velvet village
"""

_WORDS = tuple(_TEXT.split())
"""One for each byte; the first four letters tell them apart."""

_COUNT = 12


def fingerprint_words(root: bytes) -> tuple[str, ...]:
    """Twelve plain English words: the first 96 bits of the root's SHA-256, a byte each.

    They say the same as ``edition.fingerprint``: either may be compared.
    """
    return tuple(_WORDS[byte] for byte in sha256(root).digest()[:_COUNT])
