package org.linli.community.file;

import java.util.List;
import java.util.stream.Collectors;

/// A file cannot be imported. Lists everything that is wrong with it; nothing of it was imported.
public final class UnusableFile extends RuntimeException {

    private final transient List<Problem> problems;

    public UnusableFile(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
