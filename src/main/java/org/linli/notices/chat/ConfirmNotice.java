package org.linli.notices.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.community.Communities;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.notices.knowing.FindTold;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "收到": the household knows of the latest notice. Where there was none, and in groups, it stays without an answer.
@Component
class ConfirmNotice implements Skill {

    private static final Pattern GOT_IT =
            Pattern.compile("(?:我们?家?|已)?(?:收到|知道|看到|晓得)(?:了|啦|嘞|咯|哈|谢谢|感谢)*[\\s。.!！~～👌🙏]*");
    private static final Intent CONFIRM = new Intent("notice.confirm");
    private static final Answer SILENCE = Answer.saying("", Map.of());

    private final FindTold told;
    private final Communities communities;

    ConfirmNotice(FindTold told, Communities communities) {
        this.told = told;
        this.communities = communities;
    }

    @Override
    public String id() {
        return "confirm-notice";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(CONFIRM);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.staff() == null && GOT_IT.matcher(said.strip()).matches()
                ? Optional.of(CONFIRM)
                : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        var resident = request.speaker().resident();
        return resident == null
                ? Mono.just(SILENCE)
                : communities
                        .map(resident.community())
                        .flatMap(map -> told.latest(resident, map))
                        .map(known -> new Answer(template(request), Map.of(), List.of(known)))
                        .defaultIfEmpty(SILENCE);
    }

    private static String template(Request request) {
        return request.speaker().group() == null ? "notice-confirmed" : "";
    }
}
