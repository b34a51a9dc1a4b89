package org.linli.understanding.entities;

import org.jspecify.annotations.Nullable;

/// A time of day as it is said: the part of the day, and the hour if there is one.
///
/// @param part   上午, 晚上 …; empty where none is said
/// @param minute of the day as it is said, before `part` moves it; `null` where no hour is said
record HourMention(String part, @Nullable Integer minute, Mention at) {}
