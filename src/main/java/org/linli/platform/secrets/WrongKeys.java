package org.linli.platform.secrets;

/// What is sealed in the database does not fit the keys at hand.
public final class WrongKeys extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongKeys(String message) {
        super(message);
    }

    static WrongKeys missing(String key, String where) {
        return new WrongKeys("what is kept in %s was sealed with key %s, which is not at hand"
                .formatted(where.replace('\0', ' '), key));
    }
}
