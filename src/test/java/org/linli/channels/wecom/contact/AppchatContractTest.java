package org.linli.channels.wecom.contact;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.linli.channels.Address;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.contract.Case;
import org.linli.channels.contract.NotHere;
import org.linli.channels.wecom.PlayedCorp;
import reactor.core.publisher.Mono;

/// Internal groups, in which an app of ours speaks.
@NotHere(
        value = {Case.WORDS, Case.TAMPERED, Case.OLD, Case.AT_ONCE, Case.UNKNOWN_KIND, Case.NOT_OURS},
        because = "an app only speaks in such a group: the platform calls nobody for it")
@NotHere(value = Case.WINDOW_CLOSED, because = "a group is written to at any time")
class AppchatContractTest extends GroupTaskContractTest {

    @BeforeEach
    void makeGroup() {
        corp.makesInternal("internal");
    }

    @Override
    String path() {
        return "/cgi-bin/appchat/send";
    }

    @Override
    public Outbound letter(String text) {
        return new Outbound("k", Address.group(Contacts.GROUPS, "app", "internal"), text, List.of());
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return new SendAppchat(PlayedCorp.settings(platform().base()), api()).send(letter);
    }

    @Override
    public List<Mono<List<Inbound>>> arrivals() {
        return List.of();
    }
}
