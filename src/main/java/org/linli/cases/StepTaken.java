package org.linli.cases;

import org.linli.platform.database.Effect;

/// The history of a case grows.
record StepTaken(Step step) implements Effect {}
