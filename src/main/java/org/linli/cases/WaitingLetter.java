package org.linli.cases;

import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.outbox.Letter;
import org.linli.platform.database.CommunityId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A letter that is not posted yet, as it is kept.
record WaitingLetter(String key, String to, String template, Map<String, String> facts, List<Letter.Picture> pictures) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String write(List<Letter> letters) {
        return JSON.writeValueAsString(letters.stream()
                .map(it -> new WaitingLetter(it.key(), it.to().text(), it.template(), it.facts(), it.pictures()))
                .toList());
    }

    static List<Letter> read(CommunityId community, String json) {
        return JSON.readValue(json, new TypeReference<List<WaitingLetter>>() {}).stream()
                .map(it -> new Letter(
                        community, it.key(), Address.parse(it.to()), it.template(), it.facts(), it.pictures()))
                .toList();
    }

    @Override
    public String toString() {
        return "WaitingLetter[" + key + "]";
    }
}
