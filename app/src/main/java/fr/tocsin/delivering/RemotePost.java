package fr.tocsin.delivering;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A copy that exists on a network.
///
/// @param id the network's own id
/// @param version what names this exact content where the network has it (a CID, an edit time)
/// @param permalink where a person can look at it
public record RemotePost(String id, @Nullable String version, @Nullable URI permalink) {}
