package org.linli.channels;

/// What somebody sent besides words. Made by [TakeMedia], so that nobody's word is taken for what it is.
///
/// @param type what the bytes are, judged by themselves, like `image/jpeg`
public record Media(String type, byte[] bytes) {

    @Override
    public String toString() {
        return "Media[%s, %d bytes]".formatted(type, bytes.length);
    }
}
