package org.linli.outbox;

import java.util.Map;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// One thing to tell one person or group. Committed with what it tells; delivered afterwards, once.
///
/// @param key      names it within the community for ever: a second one with the same key is not sent
/// @param template a file in `templates/letters`; the words live there, not in Java
/// @param facts    what the template fills in
public record Letter(CommunityId community, String key, Address to, String template, Map<String, String> facts)
        implements Effect {

    public Letter {
        facts = Map.copyOf(facts);
    }

    @Override
    public String toString() {
        return "Letter[" + key + ", " + template + " to " + to + "]";
    }
}
