package org.linli.webhooks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.platform.database.CommunityId;
import tools.jackson.databind.json.JsonMapper;

/// Something that happened, told without what anybody said: whoever wants more reads it with a key.
///
/// @param unasked whether it came about because its time had come: since a restore, programs may have heard of it
/// @param data    ids and states
record Happening(CommunityId community, Topic topic, Instant at, boolean unasked, Map<String, String> data) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// As Standard Webhooks advises: `type`, `timestamp`, `data`.
    String body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", topic.word());
        body.put("timestamp", at.toString());
        body.put("community", community.value());
        body.put("data", data);
        return JSON.writeValueAsString(body);
    }
}
