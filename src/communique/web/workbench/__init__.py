"""Reading and reasoning at the desk: releases, comparisons, pairs, dossiers, corrections, alerts."""
