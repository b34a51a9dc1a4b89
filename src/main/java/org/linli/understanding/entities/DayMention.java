package org.linli.understanding.entities;

import java.time.LocalDate;

/// A day as it is said, counted from today where it has to be.
record DayMention(LocalDate day, Mention at) {}
