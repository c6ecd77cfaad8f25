"""One release: its interlinear page, its versions, what is usual for its office, the other side's account."""
