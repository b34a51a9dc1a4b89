package org.linli.polls.asking;

import static org.linli.polls.asking.ReadPoll.plain;
import static org.linli.polls.asking.ReadPoll.said;

import java.util.Optional;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Voice;

/// Reads who is to be asked: a group, those who live at a place, or some of them. Pure.
record ReadElectorate(PollForm form, CommunityMap map) {

    private static final String GROUP = "group:";

    /// Empty where there is no such group or place.
    Optional<Electorate> read() {
        String said = said(form.where());
        return said.startsWith(GROUP)
                ? map.group(said.substring(GROUP.length()))
                        .map(it -> new Electorate(voice(), it.place(), it.code(), false))
                : map.openPlace(said.replaceFirst("^place:", ""))
                        .filter(ReadElectorate::isAsked)
                        .map(it -> at(it.id()));
    }

    /// Some of a group, which cannot be asked in it.
    boolean isPartOfGroup() {
        return !tag().isEmpty() && said(form.where()).startsWith(GROUP);
    }

    String tag() {
        return plain(form.tag());
    }

    static boolean isAsked(Place place) {
        return place.kind().compareTo(Place.Kind.BUILDING) <= 0;
    }

    private Electorate at(String place) {
        return tag().isEmpty() ? new Electorate(voice(), place, "", false) : Electorate.audience(voice(), place);
    }

    private Voice voice() {
        return "HOUSEHOLD".equals(form.voice()) ? Voice.HOUSEHOLD : Voice.PERSON;
    }
}
