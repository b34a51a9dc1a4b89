package org.linli.dialogue;

import java.time.Instant;
import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A household of a building asked something, to us or among neighbours. What it said is not kept.
///
/// @param key       names the message for ever
/// @param building  id of the place
/// @param theme     what it is about: the label of the trouble that it asks for, like `report.water`, otherwise the
///                  label of the question, like `ask.policy`
/// @param household the same for all of its questions; nobody can tell from it whose it is
public record QuestionAsked(
        CommunityId community, String key, String building, String theme, UUID household, Instant at)
        implements Effect {}
