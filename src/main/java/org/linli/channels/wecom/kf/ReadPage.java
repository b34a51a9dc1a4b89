package org.linli.channels.wecom.kf;

import java.util.LinkedHashMap;
import java.util.List;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Reads one page of what was said at a desk, by the platform's page "读取消息".
@Component
class ReadPage {

    /// @param next where the page after it begins
    /// @param more whether there is one; a page may be shorter than asked for all the same
    record Page(List<KfMessage> messages, String next, boolean more) {}

    private static final int MOST = 1000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final WecomApi api;

    ReadPage(WecomApi api) {
        this.api = api;
    }

    /// Never empty. Signals `SendFailure`.
    Mono<Page> at(KfDesks.KfDesk desk, Cursors.Claimed claimed) {
        return api.post(desk.caller(), "/cgi-bin/kf/sync_msg", question(desk, claimed))
                .map(ReadPage::page);
    }

    private static String question(KfDesks.KfDesk desk, Cursors.Claimed claimed) {
        var question = new LinkedHashMap<String, Object>();
        if (claimed.cursor() != null) {
            question.put("cursor", claimed.cursor());
        }
        if (claimed.token() != null) {
            question.put("token", claimed.token());
        }
        question.put("limit", MOST);
        question.put("open_kfid", desk.settings().openKfId());
        return JSON.writeValueAsString(question);
    }

    private static Page page(PlatformAnswer answer) {
        var messages = answer.json()
                .path("msg_list")
                .valueStream()
                .map(KfMessage::read)
                .toList();
        return new Page(messages, answer.textOf("next_cursor"), answer.numberOf("has_more") == 1);
    }
}
