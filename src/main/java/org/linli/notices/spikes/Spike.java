package org.linli.notices.spikes;

import org.linli.platform.database.CommunityId;

/// Many households of one building ask the same just now.
///
/// @param building id of the place
/// @param theme    as in [org.linli.dialogue.QuestionAsked]
record Spike(CommunityId community, String building, String theme, int households) {}
