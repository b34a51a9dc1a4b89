package org.linli.dialogue.kept;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.dialogue.Line;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Talks that are not finished.
@Component
class PersonInTalks implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("dialogue.conversations")
                .shown("""
                        select touched_at as at, state::text as state from dialogue.conversations where community_id = :community and speaker = any(:addresses)""")
                .told(PersonInTalks::inOwnWords)
                .erased("""
                        delete from dialogue.conversations where community_id = :community and (speaker = any(:addresses) or reply_to = any(:addresses))""")
                .words("state::jsonb"));
    }

    /// What the person said in it. Staff may have answered there, and the rest is for programs.
    private static Map<String, Object> inOwnWords(Map<String, Object> row) {
        var talk = StateJson.read(String.valueOf(row.get("state")), Instant.EPOCH);
        var own = talk.lines().stream().filter(it -> it.by().isEmpty()).map(Line::words);
        var requested = talk.forms().stream().flatMap(it -> it.gathered().words().stream());
        String said = Stream.concat(requested, own)
                .filter(it -> !it.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        return Map.of("at", row.get("at"), "what", "unfinished-talk", "words", said);
    }
}
