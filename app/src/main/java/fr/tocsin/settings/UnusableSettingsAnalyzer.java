package fr.tocsin.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator what to mend, instead of showing a stack trace.
class UnusableSettingsAnalyzer extends AbstractFailureAnalyzer<UnusableSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableSettings cause) {
        return new FailureAnalysis(cause.getMessage() + ".", cause.mend(), cause);
    }
}
