package org.linli.cases;

/// Which version of which workflow a case began with, and ends under.
///
/// @param version counted by community and kind from 1; 0 for cases that are older than workflows: they run under the
///                rules that came with the program
public record Course(CaseKind kind, int version) {}
