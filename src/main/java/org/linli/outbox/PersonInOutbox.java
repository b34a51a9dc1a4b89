package org.linli.outbox;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What was written to somebody.
@Component
class PersonInOutbox implements PersonalData {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    /// A link may let in whoever has it, also one of staff who takes out the file.
    private static final Pattern LINK = Pattern.compile("https?://[\\w./?&=%#~:+@!,;-]+");

    private final RenderLetters render;

    PersonInOutbox(RenderLetters render) {
        this.render = render;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("outbox.history").erased("""
                        delete from outbox.history where community_id = :community and key in (select key from outbox.letters where community_id = :community and address = any(:addresses) and state <> 'sending')""").words("detail"),
                PersonalTable.of("outbox.deliveries").erased("""
                        delete from outbox.deliveries where community_id = :community and key in (select key from outbox.letters where community_id = :community and address = any(:addresses) and state <> 'sending')""").words("detail"),
                PersonalTable.of("outbox.letters")
                        .shown("""
                        select community_id, created_at as at, key, address, template, facts from outbox.letters where community_id = :community and address = any(:addresses) order by id""")
                        .told(this::asItWasSent)
                        .waitsWhile("""
                        select 1 from outbox.letters where community_id = :community and address = any(:addresses) and state = 'sending' limit 1""")
                        .erased("""
                        delete from outbox.letters where community_id = :community and address = any(:addresses) and state <> 'sending'""")
                        .words("facts::json"));
    }

    private Map<String, Object> asItWasSent(Map<String, Object> row) {
        return Map.of(
                "at", row.get("at"), "letter", LINK.matcher(words(letter(row))).replaceAll("…"));
    }

    /// Empty where its words are no more.
    private String words(Letter letter) {
        try {
            return render.render(letter).text();
        } catch (LetterNotRendered gone) {
            return "";
        }
    }

    private static Letter letter(Map<String, Object> row) {
        return new Letter(
                new CommunityId(String.valueOf(row.get("community_id"))),
                String.valueOf(row.get("key")),
                Address.parse(String.valueOf(row.get("address"))),
                String.valueOf(row.get("template")),
                JsonMapper.shared().convertValue(row.get("facts"), FACTS));
    }
}
