package org.linli.platform.database;

/// Somebody else changed the row first. Nothing was written: decide again on what stands there now.
public final class Conflict extends RuntimeException {

    public Conflict(String what) {
        super(what + " was changed by somebody else meanwhile");
    }
}
