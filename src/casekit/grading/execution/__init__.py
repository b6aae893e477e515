"""Running a submission: jobs, the workers they are given to, and the papermill engine."""
