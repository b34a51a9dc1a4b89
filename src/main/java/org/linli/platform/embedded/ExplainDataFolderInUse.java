package org.linli.platform.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says why a second start on the same data ends, and what to do, instead of a stack trace.
public class ExplainDataFolderInUse extends AbstractFailureAnalyzer<DataFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUse cause) {
        return new FailureAnalysis(
                "Linli is not started: " + cause.getMessage() + ".",
                "Stop the other one, or start this one on other data with LINLI_DATA=another-folder, or give both a"
                        + " server with LINLI_DATABASE_URL and LINLI_REDIS_URL.",
                cause);
    }
}
