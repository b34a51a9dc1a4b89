package org.linli.community.file;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows what is wrong with the file that the start was told to import, instead of where the program noticed.
public class ExplainUnusableFile extends AbstractFailureAnalyzer<UnusableFile> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableFile cause) {
        return new FailureAnalysis(
                "Nothing was imported:\n\n" + cause.getMessage(), "Correct this and start again.", cause);
    }
}
