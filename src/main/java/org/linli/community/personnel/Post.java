package org.linli.community.personnel;

import org.linli.community.Role;

/// What somebody is employed as: in which unit, and what they may do.
public record Post(String unit, Role role) {}
