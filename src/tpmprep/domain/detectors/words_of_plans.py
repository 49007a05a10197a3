"""The phrases of plans: options, limits, dangers, trouble, measures, ways back."""

from tpmprep.domain.detectors.words_of_bargains import WORDS as BARGAINS
from tpmprep.domain.detectors.words_of_dangers import WORDS as DANGERS
from tpmprep.domain.detectors.words_of_limits import WORDS as LIMITS
from tpmprep.domain.detectors.words_of_measures import WORDS as MEASURES
from tpmprep.domain.detectors.words_of_options import WORDS as OPTIONS
from tpmprep.domain.detectors.words_of_return import WORDS as RETURN
from tpmprep.domain.detectors.words_of_trouble import WORDS as TROUBLE

WORDS = {**BARGAINS, **OPTIONS, **LIMITS, **DANGERS, **MEASURES, **RETURN, **TROUBLE}
"""The lexicons by name."""
