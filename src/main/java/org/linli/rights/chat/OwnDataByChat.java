package org.linli.rights.chat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.Account;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.platform.secrets.Sealing;
import org.linli.rights.BeForgotten;
import org.linli.rights.OwnDoor;
import org.linli.understanding.Intent;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "导出我的数据" is answered with a link to the own page, "删除我的信息" with what that means; "确认删除我的信息" does it,
/// "不删了" leaves all as it is. In private only.
@Component
class OwnDataByChat implements Skill {

    private static final Intent OWN_DATA = new Intent("account.data");

    private final BeForgotten forgotten;
    private final PublicAddress address;
    private final Clock clock;

    OwnDataByChat(BeForgotten forgotten, PublicAddress address, Clock clock) {
        this.forgotten = forgotten;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "own-data";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(OWN_DATA);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return RightsWords.in(said).map(_ -> OWN_DATA);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        if (request.speaker().group() != null) {
            return Mono.just(Answer.saying("in-private", Map.of()));
        }
        return switch (RightsWords.in(request.text()).orElse(RightsWords.SEE)) {
            case SEE -> Mono.fromSupplier(() -> door(request.speaker()));
            case KEEP -> Mono.just(Answer.saying("as-before", Map.of()));
            case ERASE -> Mono.just(Answer.saying("rights-sure", Map.of()));
            case SURE -> erase(request.speaker());
        };
    }

    private Answer door(Speaker speaker) {
        String secret = Sealing.newSecret();
        var person = new Account.Person(speaker.community(), speaker.address());
        String link =
                address.of("/my/door/" + speaker.community() + "/" + secret).orElse("");
        return link.isEmpty()
                ? Answer.saying("rights-at-the-desk", Map.of())
                : new Answer(
                        "rights-door",
                        Map.of("link", link),
                        List.of(new OwnDoor(person, secret, clock.instant().plus(OwnDoor.OPENS))));
    }

    private Mono<Answer> erase(Speaker speaker) {
        return forgotten
                .asked(speaker.community(), speaker.address())
                .map(asked -> new Answer("rights-erasing", Map.of(), List.of(asked)));
    }
}
