package org.linli.notices.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.notices.Notice;
import org.linli.notices.sending.NoticeLetter;
import org.linli.notices.sending.NoticeLinks;
import org.linli.outbox.PreviewLetters;
import org.linli.outbox.PreviewLetters.Preview;
import org.springframework.stereotype.Component;

/// How a notice will look, by each way that the community's accounts and groups have.
@Component
class PreviewNotice {

    private static final ChannelId WEBCHAT = new ChannelId("webchat");

    private final PreviewLetters preview;
    private final NoticeLinks links;
    private final List<Checkup> channels;

    PreviewNotice(PreviewLetters preview, NoticeLinks links, List<Checkup> channels) {
        this.preview = preview;
        this.links = links;
        this.channels = List.copyOf(channels);
    }

    /// @param inGroup whether many see it together
    record Shown(Preview how, boolean inGroup) {}

    /// Each way once for people and once for groups. Pure; asks no platform.
    List<Shown> of(Notice notice, CommunityMap map) {
        Map<String, Shown> found = new LinkedHashMap<>();
        addresses(map)
                .forEach(to -> preview.of(NoticeLetter.to(notice, "", 1, to, links.of(notice)))
                        .forEach(how -> found.putIfAbsent(how.way() + to.isGroup(), new Shown(how, to.isGroup()))));
        return List.copyOf(found.values());
    }

    private Stream<Address> addresses(CommunityMap map) {
        var people = channels.stream()
                .flatMap(it -> it.accounts().stream())
                .filter(it -> it.community().equals(map.id()))
                .map(it -> Address.person(it.channel(), it.id(), "preview"));
        return Stream.of(
                        map.groups().stream().map(Group::address),
                        Stream.of(Address.person(WEBCHAT, map.id().value(), "preview")),
                        people)
                .flatMap(it -> it);
    }
}
