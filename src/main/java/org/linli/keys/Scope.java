package org.linli.keys;

import java.util.Locale;

/// What a key opens. Stored by name, so a scope is never renamed.
public enum Scope {
    /// Reports and updates through Open311.
    OPEN311,
    /// The month's report.
    NUMBERS,
    /// Cases, without who reported them: one by one, or as a ledger.
    CASES_READ,
    /// Pictures, voices and files of cases as they were sent: faces and homes are in them.
    CASES_MEDIA,
    /// Opens cases on behalf of people, also from a hotline's spreadsheet, and acts on them.
    CASES_WRITE,
    /// Notices, drafts too, and how far they are.
    NOTICES_READ,
    /// Writes drafts and hands them in; where four eyes are needed, a person approves.
    NOTICES_WRITE,
    /// Votes, and their results where everybody may see them.
    POLLS_READ,
    /// Places, units and groups.
    PLACES_READ,
    /// Lets go or sends back what somebody else wrote.
    NOTICES_APPROVE,
    /// To whose door somebody has to go because of a notice, by name, which is noted; ticks off doors.
    VISITS,
    /// Asks places and groups.
    POLLS_WRITE,
    /// The register: masked, or with a reason that is noted; who signed up for an activity, by name, which is noted;
    /// how many own which home.
    RESIDENTS_READ,
    /// Says that somebody was verified, or was not after all; and who owns what.
    RESIDENTS_WRITE,
    /// Who works here.
    STAFF_READ,
    /// Takes on, moves, suspends, gives passwords, and takes back second factors: whoever has it may become anybody.
    STAFF_WRITE,
    /// How the community is set up, and how long it keeps what.
    SETTINGS_READ,
    /// The same, changed; letters that try an account, join codes of groups, and groups of units.
    SETTINGS_WRITE,
    /// Our accounts on platforms, with their secrets: set up, changed, put out of use; no secret is ever read.
    CHANNELS_WRITE,
    /// Who is told of what happens here.
    WEBHOOKS,
    /// Other keys: listed, revoked, and made with no more than it opens itself.
    KEYS,
    /// Who saw and changed what.
    AUDIT_READ,
    /// What residents said, without who; what was meant that was not understood, and what places are called.
    TEACHING,
    /// Decides whether what was taught is learnt, for the whole installation.
    TEACHING_DECIDE,
    /// Messages that could not be worked on, without their words: listed, and tried again.
    MESSAGES,
    /// One message to many followers of an account, and their tags.
    LETTERS_TO_MANY,
    /// The public list: opens and closes it, asks writers whether their cases may be shown, and makes their pictures
    /// fit for it.
    OPEN_LIST,
    /// Letters that did not arrive, without to whom: listed, and sent again; reminds of what owners of groups confirm.
    LETTERS,
    /// Who stands in a vote's register; ballots on paper and mandates to vote for somebody.
    BALLOTS_WRITE,
    /// For those who ask on paper: hands out all that is kept of them, and has it erased.
    RIGHTS;

    /// As documents write it: `cases-read`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
