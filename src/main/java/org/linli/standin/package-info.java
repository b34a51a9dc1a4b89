/// Platforms played on this machine, so that a developer sees the whole exchange without an account at any of them.
///
/// [StandInServer] serves a [StandIn] on a loopback port of its own. It stands where the real platform would, with its
/// tokens, limits, windows and signatures, and misbehaves when told to. Started with the demo only, unless
/// `linli.stand-ins=false`; the page that shows everything is `/stand-in`.
///
/// **Another platform** implements [StandIn], names its port and our account at it in [ChooseStandIns], and says the
/// words for its acts in `templates/messages/standin.properties`.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: *"})
package org.linli.standin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
