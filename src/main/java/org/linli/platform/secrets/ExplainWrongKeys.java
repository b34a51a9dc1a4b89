package org.linli.platform.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says which key is missing and what to do, instead of a stack trace.
public class ExplainWrongKeys extends AbstractFailureAnalyzer<WrongKeys> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongKeys cause) {
        return new FailureAnalysis(
                "Linli is not started: " + cause.getMessage() + ".",
                "Let LINLI_KEYS name the file of keys that was in use when this database was written; it is saved"
                        + " apart from the database's backups. Nothing was changed.",
                cause);
    }
}
