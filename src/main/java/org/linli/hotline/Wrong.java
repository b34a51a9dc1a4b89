package org.linli.hotline;

import java.util.List;

/// A file or a call cannot be taken. Lists what is wrong with it; nothing of it was taken.
public final class Wrong extends RuntimeException {

    private final transient List<Fault> faults;

    Wrong(List<Fault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    Wrong(Fault.Why why) {
        this(List.of(new Fault(0, "", why)));
    }

    /// No file, or one that is too large.
    public static Wrong nothing() {
        return new Wrong(Fault.Why.UNREADABLE);
    }

    /// At least one, the first ones of many.
    public List<Fault> faults() {
        return faults;
    }
}
