package org.linli.outbox;

import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// One thing to tell one person or group. Committed with what it tells; delivered afterwards, once.
///
/// @param key      names it within the community for ever: a second one with the same key is not sent
/// @param template a file in `templates/letters`; the words live there, not in Java
/// @param facts    what the template fills in; `pictures` is filled in by the outbox, from `pictures`
/// @param pictures that it shows where the way can; elsewhere their links are said in the words
public record Letter(
        CommunityId community,
        String key,
        Address to,
        String template,
        Map<String, String> facts,
        List<Picture> pictures)
        implements Effect {

    /// @param id   by which [org.linli.channels.ShownPictures] finds it
    /// @param link by which it can be looked at; empty where nobody outside could
    public record Picture(String id, String link) {

        @Override
        public String toString() {
            return "Picture[" + id + "]";
        }
    }

    public Letter {
        facts = Map.copyOf(facts);
        pictures = List.copyOf(pictures);
    }

    /// Without pictures.
    public Letter(CommunityId community, String key, Address to, String template, Map<String, String> facts) {
        this(community, key, to, template, facts, List.of());
    }

    @Override
    public Effect ofOwnAccord() {
        return new Unasked(this);
    }

    /// The same letter, telling these facts.
    public Letter with(Map<String, String> others) {
        return new Letter(community, key, to, template, others, pictures);
    }

    @Override
    public String toString() {
        return "Letter[" + key + ", " + template + " to " + to + "]";
    }
}
