package org.linli.notices.writing;

import java.util.List;
import java.util.Locale;
import org.linli.channels.Address;
import org.linli.channels.Approvals;
import org.linli.channels.ChannelId;
import org.linli.notices.Importance;
import org.linli.notices.Notice;
import org.linli.notices.sending.NoticeLetter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Whether platforms have approved the forms that a notice would fill, with the account, the form and the field.
///
/// An emergency is not kept from leaving by it: it still goes by all other ways.
@Component
class AskPlatforms {

    private static final Address ANYBODY = Address.person(new ChannelId("any"), "any", "anybody");

    private final List<Approvals> platforms;

    AskPlatforms(List<Approvals> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    /// What keeps it from leaving. Empty where nothing does.
    Flux<Fault> faults(Notice notice) {
        return refused(notice).filter(it -> isFault(notice, it)).map(AskPlatforms::fault);
    }

    /// What somebody should know, and nothing more. Empty where there is nothing to say: that a field stays empty is
    /// known only once the words that would fill it are there.
    Flux<Fault> warnings(Notice notice) {
        return refused(notice)
                .filter(it -> !isFault(notice, it))
                .filter(it -> it.why() != Approvals.Why.FIELD_EMPTY || isWritten(notice))
                .map(AskPlatforms::fault);
    }

    private static boolean isWritten(Notice notice) {
        var said = notice.wording();
        return !said.title().isBlank() && !said.text().isBlank() && notice.period() != null;
    }

    private Flux<Approvals.Refused> refused(Notice notice) {
        var letter = NoticeLetter.to(notice, "", 1, ANYBODY, "");
        return notice.state().isOpen()
                ? Flux.fromIterable(platforms)
                        .concatMap(it -> it.refused(notice.community(), letter.template(), letter.facts()))
                : Flux.empty();
    }

    private static boolean isFault(Notice notice, Approvals.Refused refused) {
        return notice.wording().importance() != Importance.EMERGENCY
                && refused.why() != Approvals.Why.NOT_KNOWN
                && refused.why() != Approvals.Why.FIELD_EMPTY;
    }

    private static Fault fault(Approvals.Refused it) {
        String why = it.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Fault.of(it.way(), why, it.account(), it.form(), it.field());
    }
}
