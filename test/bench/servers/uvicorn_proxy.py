"""A proxy as small as they come: `/health` in the documented form, and nothing else."""

import json


async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    found = scope["path"] == "/health"
    body = {"status": "healthy", "service": "claude-proxy", "version": "1.0.0"} if found else {"detail": "Not Found"}
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200 if found else 404, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(body).encode()})
