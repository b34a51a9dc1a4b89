package org.linli.polls.prizes;

import java.util.List;

/// What a certificate says.
///
/// @param words one paragraph each; the first names the winner
/// @param foot  who gives it, and when
public record Certificate(String title, List<String> words, List<String> foot) {

    public Certificate {
        words = List.copyOf(words);
        foot = List.copyOf(foot);
    }

    @Override
    public String toString() {
        return "Certificate[]";
    }
}
