package org.linli.channels;

/// The body of our answer to a platform's call.
public record Reply(String contentType, String body) {

    public static Reply text(String body) {
        return new Reply("text/plain;charset=UTF-8", body);
    }

    @Override
    public String toString() {
        return "Reply[" + contentType + ", " + body.length() + " characters]";
    }
}
