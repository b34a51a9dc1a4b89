package org.linli.platform.console;

/// The call cannot be understood. The message is one line for the person who typed it.
public final class WrongArguments extends RuntimeException {

    public WrongArguments(String message) {
        super(message);
    }
}
