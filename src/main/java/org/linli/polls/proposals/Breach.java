package org.linli.polls.proposals;

import java.util.List;

/// A proposal that breaks a rule of the negative list.
///
/// @param rule its id
/// @param source the law or regulation
/// @param says what is not allowed
/// @param instead how to turn it into something that is allowed
/// @param found the words of the proposal, or its cost, by which it was noticed
public record Breach(String rule, String source, String says, String instead, List<String> found) {

    public Breach {
        found = List.copyOf(found);
    }

    /// Without what somebody wrote.
    @Override
    public String toString() {
        return "breach of " + rule;
    }
}
