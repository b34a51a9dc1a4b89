package org.linli.platform.traces;

/// Takes down what was done about messages. Never signals and never waits.
@FunctionalInterface
public interface Traces {

    void note(Step step);
}
