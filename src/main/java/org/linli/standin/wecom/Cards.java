package org.linli.standin.wecom;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a template card shows.
final class Cards {

    private Cards() {}

    static String words(JsonNode card) {
        return (card.at("/main_title/title").asString("") + "\n"
                        + card.path("sub_title_text").asString(""))
                .strip();
    }

    static List<String> choices(JsonNode card) {
        return card.path("button_list")
                .valueStream()
                .map(it -> it.path("text").asString(""))
                .toList();
    }
}
