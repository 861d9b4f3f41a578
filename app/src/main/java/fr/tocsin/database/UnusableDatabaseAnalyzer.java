package fr.tocsin.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator what to mend, instead of showing a stack trace.
class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<UnusableDatabase> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableDatabase cause) {
        return new FailureAnalysis(cause.getMessage() + ".", cause.mend(), cause);
    }
}
