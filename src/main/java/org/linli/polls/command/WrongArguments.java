package org.linli.polls.command;

/// The call cannot be understood. The message is one line for the person who typed it.
public final class WrongArguments extends RuntimeException {

    WrongArguments(String message) {
        super(message);
    }
}
