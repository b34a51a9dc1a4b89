package org.linli.cases;

/// What was handed in is not a picture that we keep.
public final class NotAPicture extends RuntimeException {

    /// @param reason nothing of the content
    public NotAPicture(String reason) {
        super(reason, null, false, false);
    }
}
